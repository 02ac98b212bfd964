/** Not part of the API: may change in any release. */
@NullMarked
package dev.mixpaneldata.internal;

import org.jspecify.annotations.NullMarked;
