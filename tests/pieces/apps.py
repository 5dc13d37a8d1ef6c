from django.apps import AppConfig


class PiecesConfig(AppConfig):
    name = "tests.pieces"
    label = "pieces"

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .kind import NOTE, PIECE

        register(PIECE)
        register(NOTE)
