"""What can be done with a case, a class a group of verbs; `Case` is all of them.

Each verb is a line or two: what it does stands in the rooms and in the legs of the walk beside this one.
"""

from avowed.walk.verbs.asks import Asks
from avowed.walk.verbs.decides import Decides
from avowed.walk.verbs.keeps import Keeps
from avowed.walk.verbs.opened import Clock, Opened, now
from avowed.walk.verbs.shows import Shows

__all__ = ["Asks", "Clock", "Decides", "Keeps", "Opened", "Shows", "now"]
