#!/usr/bin/env node
'use strict';
void require('./start.js').load().main();
