/**
 * The moderation log: append-only and public.
 */
@ApplicationModule(allowedDependencies = "name")
@NullMarked
package org.colloquy.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
