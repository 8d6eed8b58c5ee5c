"""Sentences about settings, outputs and devices."""

SENTENCES = {
    "above-bound": "{name} must be at most {bound}, got {value}",
    "below-bound": "{name} must be at least {bound}, got {value}",
    "not-a-choice": "{name} must be one of {choices}, got {value}",
    "not-finite": "{name} must be a finite number, got {value}",
    "output-exists": "{path} exists already: choose another name, or add --overwrite to replace it",
    "output-folder-missing": "the folder {folder} does not exist: create it, or choose another output",
    "output-not-writable": "cannot write to {folder}: choose a folder you may write to",
    "output-suffix": "{path} must end in {suffix}",
    "output-is-input": "{path} is an input of this command and would be overwritten: choose another output",
    "partial-of-another-request": (
        "{partial} belongs to another request: then {theirs}, now {ours}. Finish that one, remove {partial}, or choose another output"
    ),
    "output-in-use": "{path} is being written by another run: wait for it, or choose another output",
    "disk-full": "the disk of {folder} is full ({free_mb} MB free): make room and start the same command again",
    "write-failed": "could not write {path}: {reason}",
    "device-unknown": "unknown device '{device}': use auto, cpu, cuda, cuda:N or mps",
    "device-missing": "device '{device}' is not available here ({reason}): use --device cpu, or install a matching torch",
    "device-wait": "waiting for another Echopatch run on {device} (process {holder})",
    "file-missing": "{path} does not exist: check the path",
    "cancelled": "stopped as asked",
    "bug": "Echopatch failed in a way it should not: {error}. Please report it with the log",
    "engine-start": "the engine could not be started ({reason}): set it up again, or choose another Python for it",
    "engine-died": "the engine died ({how}); what it said last is in {log}",
    "wrong-flags": "the flags could not be understood: add --help to see them",
    "command-unknown": "unknown command '{command}': choose one of {choices}",
    "progress-doctor": "Measuring",
    "progress-waiting": "Waiting for the device",
}
