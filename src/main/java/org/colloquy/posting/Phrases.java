package org.colloquy.posting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The interface's sentences, in the reader's language. */
@Component
class Phrases {

    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    /** A moment as pages show it. */
    String minute(Instant at) {
        return DateTimeFormatter.ofPattern(of("date.minute"), LocaleContextHolder.getLocale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    String of(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
