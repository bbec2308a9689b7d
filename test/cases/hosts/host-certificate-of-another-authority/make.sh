ssh-keygen -q -t ed25519 -N '' -f ca; ssh-keygen -q -t ed25519 -N '' -f other; ssh-keygen -q -t ed25519 -N '' -f signed
ssh-keygen -q -s other -I host -h -n 127.0.0.1 signed.pub
printf 'HostKey {folder}/signed\nHostCertificate {folder}/signed-cert.pub\n' > sshd_config
echo "{ \"hostKey\": [\"@cert-authority $(cut -d' ' -f1,2 ca.pub)\"] }" > plan.json
