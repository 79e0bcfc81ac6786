/**
 * The pages that readers read.
 */
@ApplicationModule(allowedDependencies = {"article", "discussion", "reply"})
@NullMarked
package org.colloquy.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
