"""The commands of the engine: their settings, and where the engine keeps the function that runs each."""

from dataclasses import dataclass
from typing import Any, Dict, Type

from .assessment import EvaluateConfig
from .classify import ClassifyConfig
from .comparison import CompareConfig, CurveConfig
from .distil import DistilConfig
from .doctor import DoctorConfig
from .embed import EmbedConfig
from .export import ExportConfig
from .generation import GanSampleConfig, GanTrainConfig
from .generation_quality import GanAssessConfig
from .generation_trial import GanTrialConfig
from .learning import TrainConfig
from .model import ModelInfoConfig
from .patches import (
    PatchesCutConfig,
    PatchesFoldsConfig,
    PatchesImportConfig,
    PatchesInfoConfig,
    PatchesMergeConfig,
    PatchesRelabelConfig,
    PatchesSubsetConfig,
)
from .relearn import RelearnConfig
from .sampling import AreasConfig, SampleConfig
from .scene import CalibrateConfig, InfoConfig
from .simulate import SimulateConfig


@dataclass(frozen=True)
class Command:
    """One command: a config in, files out."""

    config: Type[Any]
    runs: str
    """``module:function`` below ``core.engine``; takes (config, reporter), returns the outputs by name."""

    @property
    def summary(self) -> str:
        """What the command does, in one line."""
        return str(self.config.__doc__).split("\n", 1)[0]


COMMANDS: Dict[str, Command] = {
    "doctor": Command(DoctorConfig, "doctor:doctor"),
    "info": Command(InfoConfig, "scene.describe:describe"),
    "simulate": Command(SimulateConfig, "simulation.simulate:simulate"),
    "calibrate": Command(CalibrateConfig, "scene.calibrate:calibrate"),
    "patches cut": Command(PatchesCutConfig, "patches.cut:cut"),
    "patches import": Command(PatchesImportConfig, "patches.chips:import_chips"),
    "patches info": Command(PatchesInfoConfig, "patches.describe:describe"),
    "patches merge": Command(PatchesMergeConfig, "patches.merge:merge"),
    "patches subset": Command(PatchesSubsetConfig, "patches.subset:subset"),
    "patches relabel": Command(PatchesRelabelConfig, "patches.relabel:relabel"),
    "patches folds": Command(PatchesFoldsConfig, "patches.fold_sets:write_folds"),
    "train": Command(TrainConfig, "learning.train:train"),
    "distil": Command(DistilConfig, "learning.distil:distil"),
    "gan train": Command(GanTrainConfig, "generation.gan_train:gan_train"),
    "gan sample": Command(GanSampleConfig, "generation.gan_sample:gan_sample"),
    "gan trial": Command(GanTrialConfig, "trial.gan_trial:gan_trial"),
    "gan assess": Command(GanAssessConfig, "realism.gan_assess:gan_assess"),
    "evaluate": Command(EvaluateConfig, "learning.evaluate:evaluate"),
    "compare": Command(CompareConfig, "studies.compare:compare"),
    "curve": Command(CurveConfig, "studies.curve:curve"),
    "classify": Command(ClassifyConfig, "mapping.classify:classify"),
    "embed": Command(EmbedConfig, "mapping.embed:embed"),
    "relearn": Command(RelearnConfig, "learning.relearn:relearn"),
    "model info": Command(ModelInfoConfig, "network.describe:describe"),
    "export": Command(ExportConfig, "export.export:export"),
    "sample": Command(SampleConfig, "areas.sample:sample"),
    "areas": Command(AreasConfig, "areas.areas:areas"),
}
