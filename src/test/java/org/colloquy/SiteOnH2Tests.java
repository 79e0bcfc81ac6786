package org.colloquy;

/** The database that needs no set-up. */
class SiteOnH2Tests extends SiteTests {}
