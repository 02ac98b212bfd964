/**
 * Answers as clients read them: short texts, cut trees, words of tools. Start at {@link
 * dev.mixpaneldata.mcp.answer.AnswerText}.
 */
@NullMarked
package dev.mixpaneldata.mcp.answer;

import org.jspecify.annotations.NullMarked;
