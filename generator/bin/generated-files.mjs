#!/usr/bin/env node
import { generatedFiles } from '../../dist/generator/generated/files.js';

process.exitCode = await generatedFiles({ check: process.argv.includes('--check') });
