/**
 * Who answered whom, found in the texts alone: plain Java that knows neither databases nor pages.
 */
@ApplicationModule(allowedDependencies = "name")
@NullMarked
package org.colloquy.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
