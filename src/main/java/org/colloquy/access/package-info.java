/**
 * What happens at the door to the desk, written down for administrators.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.colloquy.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
