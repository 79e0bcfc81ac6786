package org.colloquy;

/** In the database that needs no set-up. */
class ErasingOnH2Tests extends ErasingTests {}
