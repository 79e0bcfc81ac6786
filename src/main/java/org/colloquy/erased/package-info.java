/**
 * What was removed on request, kept as keyed hashes, so that it stays removed whatever brings it back.
 */
@ApplicationModule(allowedDependencies = {"start"})
@NullMarked
package org.colloquy.erased;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
