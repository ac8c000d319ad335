"""The application in Qt's Fusion style, which the program's palette and style sheet are made for.

Decision: Qt is told in the line that it starts with. Told later, it would hand the style to Python, whose enums take PySide 10 ms.
"""

IN_FUSION = ("-style", "fusion")  # for QApplication
IS_FUSION = "fusion"  # the application's property that says that it was made with them
