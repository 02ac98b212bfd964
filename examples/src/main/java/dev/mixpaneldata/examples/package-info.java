/** Small programs that use the library as a stranger would; the build runs each of them. */
@NullMarked
package dev.mixpaneldata.examples;

import org.jspecify.annotations.NullMarked;
