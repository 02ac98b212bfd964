/** {@code mp auth}: accounts, without ever showing a secret. */
@NullMarked
package dev.mixpaneldata.cli.auth;

import org.jspecify.annotations.NullMarked;
