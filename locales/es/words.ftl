### See en/words.ftl.

issue-deposit-not-credited = Depósito no acreditado
issue-withdrawal-pending = Retiro pendiente
issue-withdrawal-failed = Retiro fallido
issue-wrong-network = Red equivocada
issue-missing-memo = Falta memo o etiqueta
issue-api-error = Error de API
issue-order-rejected = Orden rechazada o demorada
issue-liquidation-dispute = Disputa por liquidación
issue-settlement-question = Pregunta sobre liquidación de producto
issue-earn-and-staking = Rendimiento y staking
issue-login-or-2fa = Acceso o 2FA perdidos
issue-account-change = Cambio de cuenta
issue-kyc = KYC
issue-theft = Robo
issue-impersonation = Suplantación
issue-fees = Comisiones
issue-suggestion = Sugerencia
issue-complaint = Queja
issue-other = Otro
