@NullMarked
package dev.mixpaneldata.mcp;

import org.jspecify.annotations.NullMarked;
