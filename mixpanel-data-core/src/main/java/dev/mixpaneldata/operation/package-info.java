/** Descriptions of request records: help, defaults and types of their components. */
@NullMarked
package dev.mixpaneldata.operation;

import org.jspecify.annotations.NullMarked;
