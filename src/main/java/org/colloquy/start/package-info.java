/**
 * Before there is an application: settings made whole, and failures told in one line.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.colloquy.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
