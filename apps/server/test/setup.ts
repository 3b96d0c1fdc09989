// CommonJS add-ons of Nest would otherwise be the first to load its ES modules, in a cycle that jest refuses.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
