"""Sources are shared: everybody who writes adds them, editors and moderators change them."""

from newsroom.publishing.rights import READ, WRITE_ALL, Right, Rights, Role

SOURCES: Rights = {
    Role.WRITER: READ | {Right.ADD},
    Role.EDITOR: WRITE_ALL,
    Role.MODERATOR: WRITE_ALL,
}
