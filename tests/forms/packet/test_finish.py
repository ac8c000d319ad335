from dataclasses import replace

from forms.catalog.model import Call
from forms.packet.finish import Finish, finish_of


def test_a_call_that_switches_nothing_finishes_as_the_program_does_by_itself(call: Call) -> None:
    assert finish_of(call.terms.packet) == Finish()


def test_every_switch_of_a_call_is_taken_over(call: Call) -> None:
    switched = replace(call.terms.packet, stamp="", stamp_corner="bottom_left", separators=True, fresh="sheet", binding="long_edge")
    wanted = Finish(stamp="", stamp_corner="bottom_left", separators=True, fresh="sheet", binding="long_edge")
    assert finish_of(switched) == wanted
