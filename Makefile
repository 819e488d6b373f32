# What one types while working on mapgen. The tools are those of the environment in .venv, where there is one.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: check fix accept regen bench fonts

check: ## all that has to hold before a change is shared
	.ci/check
	pytest -q

fix: ## what a tool can mend by itself
	ruff check --fix
	ruff format

accept: ## write the expected outputs anew; `git diff` reviews them
	pytest -q --accept

regen: ## make the maps of the examples anew
	mapgen build

fonts: ## take the fonts in mapgen/_fonts from Inter again
	python -m fonts.make

bench: ## what a start, a large map, a page and a save cost
	python benchmarks/bench.py
	python -m benchmarks.page
	python -m benchmarks.preview
