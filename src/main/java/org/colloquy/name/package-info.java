/**
 * What two spellings of one name have in common.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.colloquy.name;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
