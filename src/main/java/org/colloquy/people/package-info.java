/**
 * People: what they have said, what concerns them, and whom somebody does not want to read.
 */
@ApplicationModule(allowedDependencies = {"discussion", "name"})
@NullMarked
package org.colloquy.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
