"""What the child that reads a letterhead may use."""

from testimony_app.files.confined import Limits

LIMITS = Limits(memory_bytes=300 * 1024 * 1024, processor_seconds=2, seconds=20)
