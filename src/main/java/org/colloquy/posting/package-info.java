/**
 * Saying something: the form, and the commenting rules it passes.
 */
@ApplicationModule(allowedDependencies = {"account", "article", "discussion", "log", "name"})
@NullMarked
package org.colloquy.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
