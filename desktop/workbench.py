"""What the worker process does: takes functions of the library with their arguments, one after the other, and sends results back.

Decision: no Qt here, and no catching of what nobody expected: then this process ends, and the window says so and starts another one.
Rubbish is collected between jobs and not in them, and what is left after one (forms and faces that were read) is not gone through again.
"""

import gc
from multiprocessing.connection import Connection

from forms.errors import FormsError


def serve(connection: Connection) -> None:
    """Work until the other end closes; answers are results, or FormsErrors as values."""
    gc.disable()
    while True:
        gc.collect()
        gc.freeze()
        try:
            function, arguments = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send(function(*arguments))
        except FormsError as error:
            connection.send(error)
