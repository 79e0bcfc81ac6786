package org.colloquy.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Counts how often a password is compared: what takes long, and must take as long for names that nobody has. */
public class PasswordChecks implements BeanPostProcessor {

    private final AtomicInteger count = new AtomicInteger();

    /** How often so far. */
    public int count() {
        return count.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder passwords ? new Counting(passwords, count) : bean;
    }

    private record Counting(PasswordEncoder passwords, AtomicInteger count) implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence typed) {
            return passwords.encode(typed);
        }

        @Override
        public boolean matches(@Nullable CharSequence typed, @Nullable String encoded) {
            count.incrementAndGet();
            return passwords.matches(typed, encoded);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String encoded) {
            return passwords.upgradeEncoding(encoded);
        }
    }
}
