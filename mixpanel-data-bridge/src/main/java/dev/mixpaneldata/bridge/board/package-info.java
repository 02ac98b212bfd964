/**
 * Boards: answers kept in a file with the requests that gave them, to be asked again. Start at
 * {@link dev.mixpaneldata.bridge.board.Boards}.
 */
@NullMarked
package dev.mixpaneldata.bridge.board;

import org.jspecify.annotations.NullMarked;
