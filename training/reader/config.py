"""Every number that shapes the reader's training; a run is named by its configuration and seed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder and its heads; the encoder's are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    dropout: float = 0.1
    span: int = 160
    pair: int = 192
    query: int = 128
    pair_heads: int = 4
    incident: int = 96
    report: int = 128
    longest: int = 14  # words in a mention; longer ones are 1 in 800 of re3d train


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn, and how much of each source an epoch takes."""

    seed: int = 7
    epochs: int = 10
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.06
    clip: float = 1.0
    frozen_layers: int = 1  # the embeddings and so many layers stay as published: a third less to compute
    window: int = 512  # pieces a window holds when the reader runs: seven of ten MUC-4 reports are one window
    shortest_window: int = 96
    batch_pieces: int = 4096
    plain_case: float = 0.15  # share of windows whose letter case is hidden
    repeat_annotated: int = 2
    muc_share: float = 1.0
    knowledge_passages: int = 800
    factuality_sentences: int = 800
    mention_loss: float = 1.0
    actor_loss: float = 0.5
    role_loss: float = 0.7
    pair_loss: float = 2.0
    tie_loss: float = 1.0
    relation_loss: float = 1.0
    trigger_loss: float = 0.3
    attribute_loss: float = 0.5
    incident_loss: float = 0.3
    kind_loss: float = 0.3
    report_loss: float = 0.5
    template_loss: float = 0.3
    factuality_loss: float = 0.2
