"""Dropout from a bank of masks: drawing random numbers for each element took a third of a step on the CPU."""

import torch
from torch import Tensor, nn

BANK = 1 << 22


class BankedDropout(nn.Module):
    """Multiplies by a slice of one long random mask, each time from another place."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.mask: Tensor | None = None

    def renew(self) -> None:
        """Forgets the mask, so that an epoch's draws depend on its own seed alone."""
        self.mask = None

    def forward(self, states: Tensor) -> Tensor:
        """The states, some of them zero and the others raised to the same mean, while training."""
        if not self.training or self.share == 0:
            return states
        if self.mask is None:
            kept = torch.rand(BANK, device=states.device) >= self.share
            self.mask = kept.float() / (1 - self.share)
        room = BANK - states.numel()
        if room < 0:
            return nn.functional.dropout(states, self.share, training=True)
        start = int(torch.randint(room + 1, ()))
        return states * self.mask[start : start + states.numel()].view(states.shape)
