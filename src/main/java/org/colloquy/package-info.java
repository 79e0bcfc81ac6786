/** Colloquy: an article and its comment section, made a place. */
@NullMarked
package org.colloquy;

import org.jspecify.annotations.NullMarked;
