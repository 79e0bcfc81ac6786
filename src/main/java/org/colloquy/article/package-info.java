/**
 * The article: its title, byline, paragraphs, ceasefire terms and the note about its author.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.colloquy.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
