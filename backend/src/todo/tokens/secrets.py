"""Secrets of tokens: long, random, told apart by their beginning, and kept as hashes."""

import hashlib
import secrets

PERSONAL, ACCESS, REFRESH, CODE = "todo_pat_", "todo_oat_", "todo_ort_", "todo_oac_"


def new_secret(prefix: str) -> str:
    """256 random bits behind a prefix by which people, and programs that look for leaks, know what it is."""
    return prefix + secrets.token_urlsafe(32)


def secret_hash(secret: str) -> str:
    """What is kept of a secret. It is random, so a fast hash is as good as a slow one."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def is_access(token: str) -> bool:
    """Whether it has the form of an access token, as opposed to that of a session."""
    return token.startswith((PERSONAL, ACCESS))
