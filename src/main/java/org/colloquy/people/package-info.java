/**
 * What members may do about themselves: take their data along, leave, and say who they are in a document.
 */
@ApplicationModule(allowedDependencies = {"account", "article", "discussion", "log", "name"})
@NullMarked
package org.colloquy.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
