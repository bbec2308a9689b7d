ssh-keygen -q -t ed25519 -N '' -f ca; ssh-keygen -q -t ed25519 -N '' -f other; ssh-keygen -q -t ed25519 -N '' -f signed
ssh-keygen -q -s ca -I host -h -n www.example.org signed.pub
printf 'HostKey {folder}/signed\nHostCertificate {folder}/signed-cert.pub\n' > sshd_config
echo "{ \"hostKey\": [\"@cert-authority $(cut -d' ' -f1,2 ca.pub)\"] }" > plan.json
