/**
 * Who somebody is: handles, moderators, sign-in, and what a request may reach.
 */
@ApplicationModule(allowedDependencies = {"access", "log", "name", "start"})
@NullMarked
package org.colloquy.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
