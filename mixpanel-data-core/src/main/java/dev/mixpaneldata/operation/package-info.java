/** How a request record says what its components are: help, defaults, and what they take. */
@NullMarked
package dev.mixpaneldata.operation;

import org.jspecify.annotations.NullMarked;
