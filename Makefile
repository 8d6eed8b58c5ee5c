# Echopatch: `make` lists the targets. Every target does the set-up it needs, and nothing twice.
#
#   make demo PYTHON=/path/to/python3   another Python, 3.10 or newer
#   make demo TORCH=cu130               CUDA torch; see requirements/install_torch.py for the choices
#   make package LRELEASE=/path/to/it   Qt's compiler of translations, of Qt 5 or 6

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= python3
VENV   := .venv
QGIS_VENV := .venv-qgis
PY     := $(VENV)/bin/python
DEMO   := demo
MODEL  := resources/models/echopatch-sim-resnet10.safetensors
SCAN   := .venv-scan
ZIP    := dist/echopatch-$(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' __init__.py).zip
LRELEASE ?= lrelease
TEXTS  := $(wildcard resources/i18n/*.ts)
COMPILED := $(TEXTS:.ts=.qm)
PACKED := build/package/i18n
ENGINE := __init__.py $(wildcard core/*/*.py core/*/*/*.py)

# The stamps of the set-up. Two of them say what they were made for: when that is no longer what is asked, they are made anew.
MADE         := $(VENV)/made-in
REQUIREMENTS := $(VENV)/installed-requirements
CHOSEN       := $(VENV)/installed-torch
PACKAGE      := $(VENV)/installed-package
TORCH        ?= $(or $(shell cat $(CHOSEN) 2>/dev/null),cpu)

.PHONY: help demo test test-engine test-ui test-window session matrix qgis lint types model bench lock translations clean package scan setup FORCE
ifneq ($(shell cat $(MADE) 2>/dev/null),$(CURDIR))
$(MADE): FORCE
endif
ifneq ($(shell cat $(CHOSEN) 2>/dev/null),$(TORCH))
$(CHOSEN): FORCE
endif

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(PACKAGE) ## make .venv and install Echopatch with its pinned requirements; every other target does it by itself
	@echo "set-up: $(VENV) is ready"

$(MADE):
	@sh requirements/make_venv.sh "$(PYTHON)" $(VENV)
	@echo "$(CURDIR)" > $@

$(REQUIREMENTS): $(MADE) requirements/dev.txt
	@echo "set-up: installing the pinned requirements into $(VENV) (some minutes the first time)"
	@$(PY) -m pip install --quiet --quiet --requirement requirements/dev.txt
	@touch $@

$(CHOSEN): $(REQUIREMENTS) requirements/torch.in requirements/install_torch.py
	@$(PY) requirements/install_torch.py "$(TORCH)"
	@echo "$(TORCH)" > $@

$(PACKAGE): $(CHOSEN) pyproject.toml
	@echo "set-up: installing Echopatch into $(VENV), as a link to this folder"
	@$(PY) -m pip install --quiet --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(DEMO)/picture.png ## simulate a scene, classify it with the shipped model, compare with the truth, draw both
	@cat $(DEMO)/summary.txt

$(DEMO)/scene/labels.gpkg: $(PACKAGE) $(ENGINE)
	@echo "demo: simulating a TerraSAR-X scene that the model has never seen"
	@mkdir -p $(DEMO)
	@$(VENV)/bin/echopatch simulate --output $(DEMO)/scene --seed 4242 --size-px 2048 --overwrite

$(DEMO)/classified.gpkg: $(DEMO)/scene/labels.gpkg $(MODEL)
	@echo "demo: classifying it"
	@$(VENV)/bin/echopatch classify --scene $(DEMO)/scene/TSX1_SAR__* --model $(MODEL) --output $@ --overwrite

$(DEMO)/picture.png: $(DEMO)/classified.gpkg benchmarks/demo.py
	@echo "demo: comparing the result with the truth"
	@$(PY) benchmarks/demo.py $(DEMO)/scene $(DEMO)/classified.gpkg $@ > $(DEMO)/summary.txt

test: ## run all tests: those of the engine, then those of the QGIS side
	@status=0; $(MAKE) --no-print-directory test-engine || status=1; $(MAKE) --no-print-directory test-ui || status=1; exit $$status

test-engine: $(PACKAGE) ## run the tests of the engine
	@echo "test: running the tests of the engine"
	@$(PY) -m pytest --quiet

test-ui: ## run the tests of the QGIS side under the Python of QGIS; installs QGIS where it may
	@requirements/make_qgis_venv.sh $(QGIS_VENV); \
	case $$? in \
	0) echo "test: running the tests of the QGIS side"; \
	   QT_QPA_PLATFORM=offscreen $(QGIS_VENV)/bin/python -m pytest -c tests/ui/pytest.ini --quiet tests/ui;; \
	75) echo "test: the tests of the QGIS side are skipped: /usr/bin/python3 has no QGIS, and it cannot be installed from here";; \
	*) exit 1;; \
	esac

test-window: $(PACKAGE) $(DEMO)/scene/labels.gpkg package ## trouble a real QGIS on a virtual screen: closed, killed, robbed of its engine; needs Xvfb (minutes)
	@$(PY) -m pytest --quiet tests/window/test_trouble.py

session: $(PACKAGE) ## sit down at a real QGIS on a virtual screen, from a scene to a trusted map; measures it, makes its pictures; needs Xvfb (minutes)
	@tests/window/session.sh

matrix: $(MADE) ## run the tests of the QGIS side in a root of Debian testing, with its newer QGIS and Python; needs to be root
	@tests/matrix.sh build/matrix $(PY)

qgis: $(PACKAGE) $(DEMO)/scene/labels.gpkg $(if $(shell command -v $(LRELEASE)),$(COMPILED)) ## start a real QGIS with a throw-away profile, the plugin and the demo product
	@tests/window/start.sh $(CURDIR)/$(PY) $(CURDIR)/$(DEMO)

lint: $(PACKAGE) types ## check style, formatting, import rules and types
	@echo "lint: style"
	@$(VENV)/bin/ruff check --quiet .
	@echo "lint: formatting"
	@$(VENV)/bin/ruff format --quiet --check .
	@echo "lint: import rules and project files"
	@$(PY) -m pytest --quiet --no-header tests/test_architecture.py tests/test_project_files.py

types: $(PACKAGE) ## check types in core
	@echo "types: mypy --strict on core"
	@mkdir -p build/types && ln -sfn "$(CURDIR)" build/types/echopatch
	@$(VENV)/bin/mypy --no-error-summary --package echopatch.core

model: $(PACKAGE) ## train the shipped model again, from simulated scenes (about half an hour on two cores)
	@echo "model: training $(MODEL)"
	@$(PY) benchmarks/shipped_model.py
	@$(PY) benchmarks/model_manifest.py

bench: $(PACKAGE) ## measure the budgets of speed and memory; BENCH=--full adds the scenes of 400 megapixels
	@echo "bench: measuring the budgets on this machine"
	@$(PY) benchmarks/budgets.py $(BENCH)

# CUDA's own packages come with torch, from where torch comes: the locks hold everything but them
lock: requirements/torch.in pyproject.toml ## pin the newest versions of all requirements (needs uv)
	@command -v uv > /dev/null || { echo "make lock needs uv (https://docs.astral.sh/uv)"; exit 1; }
	@requirements/lock.sh requirements/engine.txt
	@requirements/lock.sh requirements/dev.txt --group dev

translations: ## bring the translations up to date with the source, and compile them
	@for texts in $(TEXTS); do $(PYTHON) resources/i18n/extract.py $$texts || exit 1; done
	@$(MAKE) --no-print-directory $(COMPILED)

%.qm: %.ts
	@command -v $(LRELEASE) > /dev/null || { echo "compiling translations needs lrelease (on Debian: qttools5-dev-tools)"; exit 1; }
	@$(LRELEASE) -silent $< -qm $@

package: ## build the zip that QGIS installs from the last commit, and hold it to the rules of the plugin site
	@rm -rf $(ZIP) $(PACKED) && mkdir -p $(dir $(ZIP)) $(PACKED)
	@for texts in $(TEXTS); do git show HEAD:$$texts > $(PACKED)/$${texts##*/} || exit 1; done
	@$(MAKE) --no-print-directory $(COMPILED:resources/i18n/%=$(PACKED)/%)
	@git archive --format=zip --output=$(ZIP) \
		--prefix=echopatch/resources/i18n/ $(COMPILED:resources/i18n/%=--add-file=$(PACKED)/%) --prefix=echopatch/ HEAD
	@$(PYTHON) tests/package_rules.py $(ZIP)
	@echo "package: $(ZIP), $$(wc -c < $(ZIP)) bytes"

$(SCAN)/installed: requirements/scan.txt
	@echo "set-up: installing the scanners into $(SCAN)"
	@$(PYTHON) -m venv $(SCAN)
	@$(SCAN)/bin/python -m pip install --quiet --quiet --requirement requirements/scan.txt
	@touch $@

scan: package $(SCAN)/installed ## run the scans that block an upload to the plugin site, on the unpacked zip
	@rm -rf build/scan && mkdir -p build/scan && $(PYTHON) -m zipfile --extract $(ZIP) build/scan
	@$(SCAN)/bin/python tests/package_scan.py build/scan/echopatch

clean: ## remove what make made, but not the environments
	@rm -rf $(DEMO) build dist .mypy_cache .pytest_cache .ruff_cache
	@find . -path "./$(VENV)*" -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "clean: removed $(DEMO), build and the caches; $(VENV) is still there"
