"""The paper beside the question: the form's page as the build would print it."""
