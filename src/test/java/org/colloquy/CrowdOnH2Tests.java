package org.colloquy;

/** The database that needs no set-up. */
class CrowdOnH2Tests extends CrowdTests {}
