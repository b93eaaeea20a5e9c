# Everything runs from .venv, which is made from the lock: make demo · make test · make check · make bench
PYTHON ?= python3
V := .venv/bin
export PYTHONDONTWRITEBYTECODE = 1
# As many workers as cores, whole files to each: tests of a file share fixtures.
BERSAMA = -n auto --dist loadfile --no-loadscope-reorder

.PHONY: demo test check bench nightly lint readme clean

.venv/siap: requirements.lock pyproject.toml
	@echo "Menyiapkan .venv dari requirements.lock (sekali saja, beberapa menit) ..."
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 atau lebih baru diperlukan") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv --clear .venv
	@$(V)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(V)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/siap
	@$(V)/pendataan demo

test: .venv/siap
	@$(V)/python -m pytest $(BERSAMA)

lint: .venv/siap
	@$(V)/ruff format --check .
	@$(V)/ruff check .
	@$(V)/mypy
	@$(V)/lint-imports
	@$(V)/cog --check README.md

readme: .venv/siap
	@$(V)/cog -r README.md

check: lint
	@$(V)/python -m pytest $(BERSAMA) --cov --cov-report=term:skip-covered

nightly: .venv/siap
	@$(V)/python -m pytest -m nightly

bench: .venv/siap
	@$(V)/python -m benchmarks.ukur

clean:
	@rm -rf .venv demo
