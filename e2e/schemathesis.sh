#!/usr/bin/env bash
# The API under random requests. SCHEMATHESIS names the tool, PROOFDESK_BIN the program to ask.
# PROOFDESK_API_EXAMPLES=1000 goes deeper, PROOFDESK_API_SEED=… another way.
set -euo pipefail
cd "$(dirname "$0")"
exec node api.mjs "$@"
