"""Colloquial ways to say what the rest of the reading knows under plainer words."""

import re

_WHEN = r"(?P<when>\S.*?)"
_PLAINER = (
    # "What's the plan for friday then?"
    (
        re.compile(
            rf"(?:so\s+)?(?:what(?:'s|s|\s+is)|hows|how(?:'s|\s+is))\s+(?:the|my)\s+(?:plan|agenda|schedule|programme)"
            rf"\s+(?:for|on)\s+{_WHEN}(?:\s+(?:then|again|like|looking))?(?P<end>[?.!]*)",
            re.IGNORECASE,
        ),
        "what is due {when}{end}",
    ),
    # "7 is better", "make sunday work": what is better than what was said.
    (
        re.compile(
            rf"(?:(?:no|actually|hm+|sorry|oh)[\s,]+)*(?:(?P<hour>[0-9]{{1,2}}(?::[0-9]{{2}})?)|(?:on\s+)?{_WHEN})\s+"
            r"(?:is|works|would\s+be|suits\s+me|fits)\s+better(?:\s+for\s+me)?(?P<end>)[.!]*",
            re.IGNORECASE,
        ),
        "no, {hour}{when}",
    ),
    # "Do the second one tomorrow instead"
    (
        re.compile(
            r"(?:let'?s\s+)?(?:do|have)\s+(?P<what>(?:the\s+\S+\s+(?:one|task)|it|that|this|them|those)\b)\s+"
            rf"(?:on\s+)?{_WHEN}(?:\s+instead)?(?P<end>)[.!]*",
            re.IGNORECASE,
        ),
        "move {what} to {when}",
    ),
)


def rephrased(said: str) -> str:
    """The text in plainer words, or as it is."""
    for pattern, plainer in _PLAINER:
        if match := pattern.fullmatch(said):
            words = match.groupdict(default="")
            hour = words.get("hour")
            return plainer.format(**{**words, "hour": f"at {hour}" if hour else ""})
    return said
