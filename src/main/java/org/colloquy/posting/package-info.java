/**
 * Saying something: the form, and the commenting rules it passes.
 */
@ApplicationModule(allowedDependencies = {"account", "article", "discussion", "log", "name", "start"})
@NullMarked
package org.colloquy.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
