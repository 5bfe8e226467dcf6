"""A case of 10,000 invented reports and 200,000 assertions: what each question costs in processor time and memory."""

import resource
import tempfile
from pathlib import Path

from benchmarks.crowd.__main__ import REPORTS, best, make, questions
from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "Asking a case of 10,000 reports and 200,000 assertions"


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """Seconds of processor time for each question, the best of three, each with the case opened anew."""
    reports = REPORTS // QUICK_STEP if session.quick else REPORTS
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        make(case, reports)
        found = {name: best(case, question)[1] for name, question in questions(reports).items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [cost(f"{name}: seconds of processor", value, reports) for name, value in found.items()]
    return [*lines, cost("most memory, making it included: MiB", memory, reports)]
