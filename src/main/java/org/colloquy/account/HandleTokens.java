package org.colloquy.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All handle tokens, found by the hash of their secret. */
interface HandleTokens extends Repository<HandleToken, String> {

    HandleToken save(HandleToken token);

    Optional<HandleToken> findByHash(String hash);

    @Modifying
    @Transactional
    @Query("update HandleToken t set t.expiresAt = :until where t.hash = :hash")
    void extend(String hash, Instant until);

    /** Takes away those that are over. */
    @Modifying
    @Query("delete from HandleToken t where t.expiresAt < :now")
    void sweep(Instant now);

    @Modifying
    @Query("delete from HandleToken t where t.hash = :hash")
    void revoke(String hash);
}
