/**
 * Colloquy: an article and its comment section, made a place.
 *
 * <p>Whoever locks rows in one transaction does so in this order, so that two at once wait for each other and never for
 * ever: articles, members, discussions, the reports and appeals about them, then everything else; of several of one kind,
 * the one with the lowest id first. A comment has no lock of its own: whoever changes it holds its discussion, and, so that
 * it can't be moved meanwhile, the Open Thread.
 */
@NullMarked
package org.colloquy;

import org.jspecify.annotations.NullMarked;
