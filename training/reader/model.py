"""The whole reader: the encoder, one projection of its vectors, and heads that add the projected parts up.

Every head's first layer is a sum of per-piece projections: one matrix serves all heads, and no pair costs a pass.
"""

import torch
from torch import Tensor, nn

from avowed.annotate.encoder.heads import DISTANCES, ORDERS, ZONES, columns
from training.reader import labels
from training.reader.config import Shape
from training.reader.dropout import BankedDropout
from training.reader.encoder import Encoder, UpperLayers

SPAN_OUTPUTS = {"mention": len(labels.MENTIONS), "party": len(labels.ACTORS), "role": len(labels.ROLES)} | {
    "kind": len(labels.INCIDENTS)
}
PAIR_OUTPUTS = {"tie": len(labels.TIES), "relation": len(labels.RELATIONS), "template": len(labels.TEMPLATES)} | {
    name: len(values) for name, values in labels.ATTRIBUTES.items()
}

STARTS_AS_NOTHING = {
    "mention": 7.0,
    "party": 6.0,
    "role": 8.0,
    "tie": 4.0,
    "relation": 4.0,
}  # near the logs of how rare labels are


def parts(shape: Shape) -> dict[str, int]:
    """The named parts of a piece's projected vector, and their sizes."""
    pair = dict.fromkeys(("subject_start", "subject_end", "object_start", "object_end", "between"), shape.pair)
    query = {"subject_query": shape.query, "object_query": shape.query, "key": shape.query, "value": shape.pair}
    span = dict.fromkeys(("span_start", "span_end", "span_inside"), shape.span)
    return span | pair | query | {"incident": shape.incident, "factuality": 1, "report": shape.report}


class Reader(nn.Module):
    """Encoder, projection and the small layers after it; the latter are run again in numpy by the product."""

    def __init__(self, shape: Shape, encoder: Encoder | UpperLayers | None = None) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = encoder or Encoder(shape)
        self.columns = columns(parts(shape))
        self.projection = nn.Linear(shape.hidden, sum(parts(shape).values()))
        self.drop = BankedDropout(shape.dropout)
        self.length = nn.Embedding(shape.longest, shape.span)
        self.span_out = nn.ModuleDict({name: nn.Linear(shape.span, size) for name, size in SPAN_OUTPUTS.items()})
        self.zone = nn.Parameter(torch.zeros(ORDERS * ZONES, shape.pair_heads))
        self.distance = nn.Embedding(ORDERS * DISTANCES, shape.pair)
        self.pair_deep = nn.Linear(shape.pair, shape.pair)
        self.pair_out = nn.ModuleDict({name: nn.Linear(shape.pair, size) for name, size in PAIR_OUTPUTS.items()})
        self.incident_out = nn.Linear(shape.incident, len(labels.INCIDENTS))
        self.report_out = nn.Linear(2 * shape.report, len(labels.REPORTS))
        for name, layer in [*self.span_out.items(), *self.pair_out.items()]:
            nn.init.zeros_(layer.bias)
            if name in STARTS_AS_NOTHING:
                nn.init.constant_(layer.bias[:1], STARTS_AS_NOTHING[name])
        nn.init.constant_(self.incident_out.bias, -3.0)
        nn.init.constant_(self.report_out.bias, -2.0)
        nn.init.normal_(self.length.weight, std=0.02)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, *given: Tensor) -> Tensor:
        """What the encoder asks for in, (batch, pieces, columns) out."""
        projected: Tensor = self.projection(self.drop(self.encoder(*given)))
        return projected

    def part(self, window: Tensor, name: str) -> Tensor:
        """One named part of a window's projected vectors."""
        start, end = self.columns[name]
        return window[:, start:end]

    def spans(self, window: Tensor, first: Tensor, last: Tensor, words: Tensor) -> Tensor:
        """Hidden vectors of spans, given their first and last pieces and their length in words less one."""
        summed = torch.cumsum(nn.functional.pad(self.part(window, "span_inside"), (0, 0, 1, 0)), dim=0)
        inside = (summed[last + 1] - summed[first]) / (last - first + 1)[:, None]
        ends = self.part(window, "span_start")[first] + self.part(window, "span_end")[last]
        hidden: Tensor = self.drop(torch.relu(ends + inside + self.length(words)))
        return hidden

    def pairs(self, window: Tensor, ends: Tensor, zones: Tensor, distances: Tensor) -> tuple[Tensor, Tensor]:
        """(hidden, attention of the first head) of pairs; ends holds subject and object, first and last pieces."""
        subject, target = ends[:, :2], ends[:, 2:]
        attention = self.pair_attention(window, subject, target, zones)
        value = self.part(window, "value").view(window.shape[0], self.shape.pair_heads, -1)
        read = torch.einsum("pth,thv->phv", attention, value).flatten(1)
        sides = (
            self.part(window, "subject_start")[subject[:, 0]]
            + self.part(window, "subject_end")[subject[:, 1]]
            + self.part(window, "object_start")[target[:, 0]]
            + self.part(window, "object_end")[target[:, 1]]
        )
        between = self.mean(
            window,
            "between",
            torch.minimum(subject[:, 1], target[:, 1]) + 1,
            torch.maximum(subject[:, 0], target[:, 0]) - 1,
        )
        hidden = self.drop(torch.relu(sides + between + read + self.distance(distances)))
        return self.drop(torch.relu(self.pair_deep(hidden))), attention[:, :, 0]

    def pair_attention(self, window: Tensor, subject: Tensor, target: Tensor, zones: Tensor) -> Tensor:
        """Weights (pairs, pieces, heads) with which a pair looks at the window's pieces."""
        query = self.mean(window, "subject_query", subject[:, 0], subject[:, 1])
        query = query + self.mean(window, "object_query", target[:, 0], target[:, 1])
        heads = self.shape.pair_heads
        key = self.part(window, "key").view(window.shape[0], heads, -1)
        scores = torch.einsum("phd,thd->pth", query.view(query.shape[0], heads, -1), key)
        return torch.softmax(scores * (self.shape.query // heads) ** -0.5 + self.zone[zones], dim=1)

    def mean(self, window: Tensor, name: str, first: Tensor, last: Tensor) -> Tensor:
        """Mean of a part over pieces first..last; zero where there are none."""
        summed = torch.cumsum(nn.functional.pad(self.part(window, name), (0, 0, 1, 0)), dim=0)
        stop = torch.maximum(last + 1, first)
        return (summed[stop] - summed[first]) / (stop - first).clamp(min=1)[:, None]

    def incidents(self, pieces: Tensor, sentence_of: Tensor, sentences: int) -> Tensor:
        """Scores (sentences, types) of the incidents that each sentence tells of, given each piece's sentence."""
        told = torch.relu(self.part(pieces, "incident"))
        empty = torch.zeros(sentences, told.shape[1], device=told.device)
        pooled = empty.scatter_reduce(0, sentence_of[:, None].expand_as(told), told, "amax")
        scores: Tensor = self.incident_out(self.drop(pooled))
        return scores

    def reports(self, projected: Tensor, mask: Tensor) -> Tensor:
        """Scores (windows, types and several of a type) of what each window, read as one report, tells of."""
        start, end = self.columns["report"]
        told = torch.relu(projected[:, :, start:end]) * mask[:, :, None]
        pooled = torch.cat([told.amax(dim=1), told.sum(dim=1) / mask.sum(dim=1, keepdim=True)], dim=1)
        scores: Tensor = self.report_out(self.drop(pooled))
        return scores
