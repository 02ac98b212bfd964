/** The pages of profile queries. */
@NullMarked
package dev.mixpaneldata.internal.profile;

import org.jspecify.annotations.NullMarked;
