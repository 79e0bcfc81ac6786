/**
 * The moderation log: append-only and public.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.colloquy.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
